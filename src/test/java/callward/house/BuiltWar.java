package callward.house;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, never a hand list, plus the test classes that run inside it. */
public final class BuiltWar {

    /** The test runner is a stranger to whom no door is open: here, and only here, the keeper watches the pages alone. */
    private static final String LENIENT_KEEPER = """
        <filter><filter-name>DoorKeeper</filter-name><filter-class>callward.access.DoorKeeper</filter-class><async-supported>true</async-supported></filter>
        <filter-mapping><filter-name>DoorKeeper</filter-name><url-pattern>*.xhtml</url-pattern></filter-mapping>
        """;

    private BuiltWar() {
    }

    public static WebArchive with(Class<?>... tests) {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/callward.war")).addClasses(tests);
        return war.setWebXML(new StringAsset(webXml(war).replace("<session-config>", LENIENT_KEEPER + "<session-config>")));
    }

    private static String webXml(WebArchive war) {
        try (InputStream text = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
