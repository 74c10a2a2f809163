package callward.access;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Browser and system in two or three words, of what a browser says about itself: enough to know one's own computer again. */
final class BrowserName {

    private record Mark(Pattern pattern, String name) { }

    /** In this order: each of the first also says that it is one of the later. */
    private static final List<Mark> BROWSERS = List.of(mark("Edg(?:e|A|iOS)?/(\\d{1,4})", "Edge"), mark("OPR/(\\d{1,4})", "Opera"),
            mark("SamsungBrowser/(\\d{1,4})", "Samsung Internet"), mark("(?:Firefox|FxiOS)/(\\d{1,4})", "Firefox"),
            mark("(?:Headless)?(?:Chrome|CriOS)/(\\d{1,4})", "Chrome"), mark("Version/(\\d{1,4})\\S* (?:Mobile/\\S+ )?Safari", "Safari"));
    private static final List<Mark> SYSTEMS = List.of(mark("Windows", "Windows"), mark("Android", "Android"), mark("iPhone", "iPhone"), mark("iPad", "iPad"),
            mark("Mac OS X|Macintosh", "Mac"), mark("CrOS", "ChromeOS"), mark("Linux", "Linux"));
    private static final int LONGEST = 40;

    private BrowserName() { }

    static String of(String userAgent) {
        String said = userAgent == null ? "" : userAgent;
        String browser = found(BROWSERS, said);
        String system = found(SYSTEMS, said);
        if (browser.isEmpty()) {
            String cleaned = said.replaceAll("[^A-Za-z0-9 ._/()-]", "").strip();
            return cleaned.substring(0, Math.min(LONGEST, cleaned.length()));
        }
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String found(List<Mark> marks, String said) {
        for (Mark mark : marks) {
            Matcher matcher = mark.pattern.matcher(said);
            if (matcher.find()) {
                return matcher.groupCount() == 0 ? mark.name : mark.name + " " + matcher.group(1);
            }
        }
        return "";
    }

    private static Mark mark(String pattern, String name) {
        return new Mark(Pattern.compile(pattern), name);
    }
}
