package org.weimin.payments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.kernel.RunId;
import org.weimin.payments.internal.Answer.Outcome;

class BankMessagesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/payments/pain.001.golden.xml");
    private static final RunId RUN = new RunId(UUID.fromString("0198a000-0000-7000-8000-000000000001"));
    private static final Batch BATCH = new Batch(
            RUN,
            Instant.parse("2026-08-05T02:03:04.567Z"),
            LocalDate.of(2026, 8, 5),
            3,
            Money.yuan("2970.05"),
            new Batch.Debtor("示例区民政局", "3100000000000000001", "示例银行"));

    @Test
    void a_bank_file_is_the_golden_file_byte_for_byte() throws IOException {
        byte[] written = file(transfers());
        if (Boolean.getBoolean("weimin.golden")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, written);
        }
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
        assertThat(file(transfers())).isEqualTo(written);
    }

    @Test
    void a_bank_file_is_valid_by_the_published_schema() throws Exception {
        validate("pain.001.001.10_1.xsd", file(transfers()));
    }

    @Test
    void a_return_that_we_understand_is_valid_by_the_published_schema() throws Exception {
        validate("pain.002.001.11.xsd", returnFile().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_file_whose_lines_do_not_add_up_is_not_written() {
        assertThatThrownBy(() -> file(transfers().limit(2))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_workbook_of_a_run_has_the_same_bytes_at_any_time() {
        assertThat(sheet()).isEqualTo(sheet());
    }

    @Test
    void a_return_says_what_it_says_of_each_line() {
        var said = Pain002Reader.read(new ByteArrayInputStream(returnFile().getBytes(StandardCharsets.UTF_8)));
        assertThat(said.isFor(RUN)).isTrue();
        assertThat(said.ofTheRest()).isEmpty();
        assertThat(said.answers())
                .extracting(Answer::outcome, Answer::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Outcome.SETTLED, ""),
                        org.assertj.core.groups.Tuple.tuple(Outcome.RETURNED, "AC04 账户已销户"),
                        org.assertj.core.groups.Tuple.tuple(Outcome.PENDING, ""));
        assertThat(said.answers().getFirst().amount()).contains(Money.yuan("1170.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'/>",
                "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Document"
                    + " xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.11'><OrgnlMsgId>&e;</OrgnlMsgId></Document>",
                "<Document"
                    + " xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.11'><OrgnlMsgId>a</OrgnlMsgId><TxInfAndSts>"
                    + "<InstdAmt>1.005</InstdAmt></TxInfAndSts></Document>"
            })
    void what_is_no_return_is_refused_in_words(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Pain002Reader.read(bytes)).isInstanceOf(Refused.class);
    }

    @Test
    void a_workbook_comes_back_with_its_results() {
        var rows = List.of(new String[] {"a".repeat(32), "成功", ""}, new String[] {"b".repeat(32), "失败", "账户已销户"});
        var bytes = new ByteArrayOutputStream();
        org.weimin.shell.Workbooks.write(
                bytes,
                "x",
                List.of(
                        new org.weimin.shell.Workbooks.Column<>("明细号", 34, row -> row[0]),
                        new org.weimin.shell.Workbooks.Column<>("结果", 8, row -> row[1]),
                        new org.weimin.shell.Workbooks.Column<String[]>("原因", 20, row -> row[2])),
                rows);
        var said = SheetReturnReader.read(bytes.toByteArray(), "r.xlsx");
        assertThat(said.answers())
                .extracting(Answer::outcome, Answer::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Outcome.SETTLED, ""),
                        org.assertj.core.groups.Tuple.tuple(Outcome.RETURNED, "账户已销户"));
    }

    private static Stream<Transfer> transfers() {
        return Stream.of(
                transfer(1, "陈桂芳", "6222021000112233449", "1170.00"),
                transfer(2, "欧阳𠅤 <儿>", "6222021000112233449", "0.05"),
                transfer(3, "李秀英", "6222021000112233449", "1800.00"));
    }

    private static Transfer transfer(int number, String payee, String card, String yuan) {
        return new Transfer(
                new LineId(new UUID(0x0198a00000007000L, 0x8000000000000000L + number)),
                payee,
                "示例农商银行",
                new BankCard(card),
                Money.yuan(yuan),
                YearMonth.of(2026, 8));
    }

    private static byte[] file(Stream<Transfer> transfers) {
        var out = new ByteArrayOutputStream();
        Pain001Writer.write(BATCH, transfers, out);
        return out.toByteArray();
    }

    private static byte[] sheet() {
        var out = new ByteArrayOutputStream();
        SheetWriter.write(BATCH, transfers(), out);
        return out.toByteArray();
    }

    private static String returnFile() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-08-06T10:00:00+08:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.10</OrgnlMsgNmId>
                <GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>P</OrgnlPmtInfId>
            <TxInfAndSts><OrgnlEndToEndId>1</OrgnlEndToEndId><TxSts>ACSC</TxSts>
                <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">1170.00</InstdAmt></Amt>
                <PmtMtd>TRF</PmtMtd></OrgnlTxRef></TxInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>账户已销户</AddtlInf></StsRsnInf></TxInfAndSts>
            <TxInfAndSts><OrgnlEndToEndId>3</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """.formatted(RUN.toString().replace("-", ""));
    }

    /** The schemas are not ours to copy; beside the project they are found, elsewhere this says so. */
    private static void validate(String schema, byte[] message) throws Exception {
        Path xsd = schemaFile(schema);
        assumeTrue(Files.exists(xsd), "ISO 20022 schema not found, so not validated: " + schema);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(xsd.toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(message)));
    }

    private static Path schemaFile(String schema) {
        String told = System.getProperty("weimin.iso20022");
        if (told != null) {
            return Path.of(told, schema);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path beside = up.resolve("shared/data/iso20022").resolve(schema);
            if (Files.exists(beside)) {
                return beside;
            }
        }
        return Path.of("shared", "data", "iso20022", schema);
    }
}
