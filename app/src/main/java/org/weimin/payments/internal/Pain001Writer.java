package org.weimin.payments.internal;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Money;

/** Writes ISO 20022 pain.001.001.10: the same run always gives the same bytes. */
final class Pain001Writer {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.10";
    private final XMLStreamWriter xml;
    private int count;
    private Money total = Money.ZERO;

    private Pain001Writer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Fails when the lines do not add up to the batch's control totals: such a file must not reach a bank. */
    static void write(Batch batch, Stream<Transfer> transfers, OutputStream out) {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new Pain001Writer(xml).document(batch, transfers);
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("The bank file of " + batch.run() + " could not be written", broken);
        }
    }

    private void document(Batch batch, Stream<Transfer> transfers) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        groupHeader(batch);
        xml.writeStartElement("PmtInf");
        paymentHeader(batch);
        for (var each = transfers.iterator(); each.hasNext(); ) {
            transfer(each.next());
        }
        if (count != batch.count() || !total.equals(batch.total())) {
            throw new IllegalStateException("Control totals of " + batch.run() + ": " + count + ", " + total);
        }
        xml.writeEndDocument();
        xml.writeCharacters("\n");
    }

    private void groupHeader(Batch batch) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        text("MsgId", batch.messageId());
        text(
                "CreDtTm",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        batch.releasedAt().truncatedTo(ChronoUnit.SECONDS).atZone(BusinessClock.ZONE)));
        text("NbOfTxs", String.valueOf(batch.count()));
        text("CtrlSum", batch.total().plain());
        nested(batch.debtor().name(), "InitgPty", "Nm");
        xml.writeEndElement();
    }

    private void paymentHeader(Batch batch) throws XMLStreamException {
        text("PmtInfId", batch.messageId());
        text("PmtMtd", "TRF");
        text("BtchBookg", "true");
        text("NbOfTxs", String.valueOf(batch.count()));
        text("CtrlSum", batch.total().plain());
        nested(batch.payOn().toString(), "ReqdExctnDt", "Dt");
        nested(batch.debtor().name(), "Dbtr", "Nm");
        nested(batch.debtor().account(), "DbtrAcct", "Id", "Othr", "Id");
        nested(batch.debtor().bank(), "DbtrAgt", "FinInstnId", "Nm");
    }

    private void transfer(Transfer transfer) throws XMLStreamException {
        count++;
        total = total.plus(transfer.amount());
        xml.writeCharacters("\n");
        xml.writeStartElement("CdtTrfTxInf");
        nested(transfer.endToEndId(), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", "CNY");
        xml.writeCharacters(transfer.amount().plain());
        xml.writeEndElement();
        xml.writeEndElement();
        nested(transfer.bank(), "CdtrAgt", "FinInstnId", "Nm");
        nested(transfer.payee(), "Cdtr", "Nm");
        nested(transfer.card().value(), "CdtrAcct", "Id", "Othr", "Id");
        nested("SSBE", "Purp", "Cd"); // External purpose code: social security benefit.
        nested(transfer.month().toString(), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private void text(String element, String value) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void nested(String value, String... path) throws XMLStreamException {
        for (String element : path) {
            xml.writeStartElement(element);
        }
        xml.writeCharacters(value);
        for (int i = 0; i < path.length; i++) {
            xml.writeEndElement();
        }
    }
}
