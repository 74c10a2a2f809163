package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./verify} says of a failed test is enough to begin with. */
class VerifyReportTest {

    @TempDir
    Path folder;

    @BeforeEach
    void two_classes_of_tests_have_run() throws IOException {
        Files.writeString(folder.resolve("TEST-callward.call.CallIT.xml"), """
                <testsuite name="callward.call.CallIT" time="12.5" tests="4"
                    errors="1" skipped="1" failures="1">
                  <testcase name="a_caller_is_heard" time="0.1"/>
                  <testcase name="a_caller_is_put_through" time="0.2"><failure message="expected: &lt;1&gt;&#10;but was: 2" type="E"><![CDATA[E: expected: <1>
                	at org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:1)
                	at app//callward.call.CallIT.isPutThrough(CallIT.java:12)
                	at app//callward.call.CallIT.a_caller_is_put_through(CallIT.java:7)
                ]]></failure></testcase>
                  <testcase name="a_caller_waits" time="0.2"><error type="java.lang.NullPointerException"><![CDATA[java.lang.NullPointerException
                	at java.base/java.util.Objects.requireNonNull(Objects.java:1)]]></error></testcase>
                  <testcase name="a_caller_is_skipped" time="0"><skipped/></testcase>
                </testsuite>""");
        Files.writeString(folder.resolve("TEST-callward.journey.DeskIT.xml"), """
                <testsuite name="callward.journey.DeskIT" time="100.25" tests="1" errors="1" skipped="0" failures="0">
                  <testcase name="" time="0"><error message="the server did not start:&#10;  the port is taken&#10;more" type="E"><![CDATA[E
                	at callward.journey.DeskServer.start(DeskServer.java:3)]]></error></testcase>
                </testsuite>""");
    }

    @Test
    void a_failed_test_is_named_with_the_first_line_of_its_reason_and_where_in_our_code_it_happened() throws Exception {
        assertEquals("""
                  FAILED a_caller_is_put_through   (callward.call.CallIT)
                         expected: <1>
                         at callward.call.CallIT.isPutThrough(CallIT.java:12)
                  FAILED a_caller_waits   (callward.call.CallIT)
                         java.lang.NullPointerException
                  FAILED    (callward.journey.DeskIT)
                         the server did not start: the port is taken
                         at callward.journey.DeskServer.start(DeskServer.java:3)
                """.indent(0), said(folder));
    }

    @Test
    void passed_and_failed_are_counted_and_skipped_is_neither() throws Exception {
        said(folder);
        assertEquals("1 3", Files.readString(folder.resolve("counts")).strip());
    }

    @Test
    void the_slowest_class_stands_first() throws Exception {
        said(folder);
        assertEquals(List.of("  100.3 s  callward.journey.DeskIT", "   12.5 s  callward.call.CallIT"), Files.readAllLines(folder.resolve("slowest")));
    }

    @Test
    void a_report_that_ends_in_the_middle_is_a_failure() throws Exception {
        Files.writeString(folder.resolve("TEST-callward.Killed.xml"), "<testsuite name=\"callward.Killed\" tests=\"1\"");
        assertEquals("1 4", said(folder).contains("FAILED TEST-callward.Killed.xml") ? Files.readString(folder.resolve("counts")).strip() : "");
    }

    @Test
    void a_stage_that_left_no_reports_counts_nothing() throws Exception {
        assertEquals("", said(folder.resolve("nowhere")));
        assertEquals("0 0", Files.readString(folder.resolve("counts")).strip());
    }

    private String said(Path reports) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
                "src/build/Reports.java", reports.toString(), folder.resolve("counts").toString(), folder.resolve("slowest").toString())
                .redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor(), said);
        return said;
    }
}
