package org.weimin.payments.internal;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;

/** Reads ISO 20022 pain.002.001.11, streaming; document types and entities are not read at all. */
public final class Pain002Reader {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.11";
    private final XMLStreamReader xml;
    private final List<Answer> answers = new ArrayList<>();
    private String messageId = "";
    private String groupStatus = "";
    private String endToEndId = "";
    private String status = "";
    private String reason = "";
    private boolean inReason;
    private Optional<Money> amount = Optional.empty();

    private Pain002Reader(XMLStreamReader xml) {
        this.xml = xml;
    }

    public static BankReturn read(InputStream in) {
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return new Pain002Reader(factory.createXMLStreamReader(in)).document();
        } catch (XMLStreamException | ArithmeticException | NumberFormatException broken) {
            throw new Refused("payments.return.unreadable");
        }
    }

    private BankReturn document() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
        if (messageId.isEmpty()) {
            throw new Refused("payments.return.unreadable");
        }
        return new BankReturn(messageId, ofTheRest(groupStatus), answers);
    }

    private void start(String element) throws XMLStreamException {
        switch (element) {
            case "Document" -> requireNamespace();
            case "OrgnlMsgId" -> messageId = text();
            case "GrpSts" -> groupStatus = text();
            case "TxInfAndSts" -> {
                endToEndId = "";
                status = "";
                reason = "";
                amount = Optional.empty();
            }
            case "OrgnlEndToEndId" -> endToEndId = text();
            case "TxSts" -> status = text();
            case "StsRsnInf" -> inReason = true;
            case "Cd", "Prtry", "AddtlInf" -> {
                if (inReason) {
                    reason = (reason + " " + text()).strip();
                }
            }
            case "InstdAmt" -> amount = Optional.of(Money.yuan(text()));
            default -> {}
        }
    }

    private void end(String element) {
        if (element.equals("TxInfAndSts")) {
            answers.add(new Answer(endToEndId, outcome(status), reason, amount));
        } else if (element.equals("StsRsnInf")) {
            inReason = false;
        }
    }

    private void requireNamespace() {
        if (!NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new Refused("payments.return.other-format", String.valueOf(xml.getNamespaceURI()));
        }
    }

    private String text() throws XMLStreamException {
        return xml.getElementText().strip();
    }

    /** ACSC, ACCC: settled on an account. ACCP, ACSP, PDNG and others promise; a promise is not a payment. */
    private static Answer.Outcome outcome(String status) {
        return switch (status) {
            case "ACSC", "ACCC" -> Answer.Outcome.SETTLED;
            case "RJCT", "CANC" -> Answer.Outcome.RETURNED;
            default -> Answer.Outcome.PENDING;
        };
    }

    /** Only a status of the whole group speaks for lines that are not named; PART speaks for none. */
    private static Optional<Answer.Outcome> ofTheRest(String groupStatus) {
        return switch (groupStatus) {
            case "ACSC", "ACCC" -> Optional.of(Answer.Outcome.SETTLED);
            case "RJCT" -> Optional.of(Answer.Outcome.RETURNED);
            default -> Optional.empty();
        };
    }
}
