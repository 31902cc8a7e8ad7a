package org.weimin.payments.internal;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.RunId;

/** 模拟银行: answers a run of the demo as a bank would: everything is paid but the last line, whose account is closed. */
@Service
@Transactional
@ConditionalOnProperty(name = "weimin.kind", havingValue = "demo")
public class BankSimulator {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.11";
    private final RunStore runs;
    private final TransferStore transfers;
    private final BusinessClock clock;

    BankSimulator(RunStore runs, TransferStore transfers, BusinessClock clock) {
        this.runs = runs;
        this.transfers = transfers;
        this.clock = clock;
    }

    public void answer(RunId run, OutputStream out) {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            document(xml, runs.batch(run));
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("The answer to " + run + " could not be written", broken);
        }
    }

    private void document(XMLStreamWriter xml, Batch batch) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrPmtStsRpt");
        xml.writeStartElement("GrpHdr");
        text(xml, "MsgId", "A" + batch.messageId());
        text(
                xml,
                "CreDtTm",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        clock.now().truncatedTo(ChronoUnit.SECONDS).atZone(BusinessClock.ZONE)));
        xml.writeEndElement();
        xml.writeStartElement("OrgnlGrpInfAndSts");
        text(xml, "OrgnlMsgId", batch.messageId());
        text(xml, "OrgnlMsgNmId", "pain.001.001.10");
        text(xml, "GrpSts", "PART");
        xml.writeEndElement();
        xml.writeStartElement("OrgnlPmtInfAndSts");
        text(xml, "OrgnlPmtInfId", batch.messageId());
        int number = 0;
        for (var each = transfers.of(batch.run()).iterator(); each.hasNext(); ) {
            transfer(xml, each.next(), ++number == batch.count());
        }
        xml.writeEndDocument();
    }

    private static void transfer(XMLStreamWriter xml, Transfer transfer, boolean fails) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("TxInfAndSts");
        text(xml, "OrgnlEndToEndId", transfer.endToEndId());
        text(xml, "TxSts", fails ? "RJCT" : "ACSC");
        if (fails) {
            xml.writeStartElement("StsRsnInf");
            xml.writeStartElement("Rsn");
            text(xml, "Cd", "AC04");
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeStartElement("OrgnlTxRef");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "CNY");
        xml.writeCharacters(transfer.amount().plain());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
