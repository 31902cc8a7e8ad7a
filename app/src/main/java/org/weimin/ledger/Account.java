package org.weimin.ledger;

import org.weimin.ledger.Journal.Side;

/** 科目: one account of a fund. Its balance, counted on its normal side, is never below zero. */
public record Account(Fund fund, Kind kind, Level level) {
    /**
     * The budget accounts (AVAILABLE, COMMITTED, SPENT against APPROPRIATION) and the money accounts (EXPENSE, SUSPENSE
     * against PAYABLE, IN_TRANSIT, RETURNED, PAID) each balance among themselves.
     */
    public enum Kind {
        /** 财政拨款: what was voted. */
        APPROPRIATION(Side.CREDIT),
        /** 可用指标: voted and not yet taken by a run. */
        AVAILABLE(Side.DEBIT),
        /** 占用指标: taken by a released run. */
        COMMITTED(Side.DEBIT),
        /** 执行指标: paid. */
        SPENT(Side.DEBIT),
        /** 救助支出: what was granted for months that are due. */
        EXPENSE(Side.DEBIT),
        /** 应付救助金: owed and in no released run. */
        PAYABLE(Side.CREDIT),
        /** 送盘在途: the bank was told to pay and has not answered. */
        IN_TRANSIT(Side.CREDIT),
        /** 退回待查: the bank could not pay; still owed to the resident. */
        RETURNED(Side.CREDIT),
        /** 已支付: what the bank's return says it paid. */
        PAID(Side.CREDIT),
        /** 挂账: the bank says it paid what nobody here knows. */
        SUSPENSE(Side.DEBIT);

        private final Side normalSide;

        Kind(Side normalSide) {
            this.normalSide = normalSide;
        }

        public Side normalSide() {
            return normalSide;
        }
    }
}
