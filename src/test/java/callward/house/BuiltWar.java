package callward.house;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, never a hand list, plus the test classes that run inside it. */
public final class BuiltWar {

    private BuiltWar() {
    }

    public static WebArchive with(Class<?>... tests) {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/callward.war")).addClasses(tests);
    }
}
