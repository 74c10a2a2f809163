package callward.console;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.SignedIn;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** In which language the pages speak: as last switched here, else as the account says, else the browser, else the company. */
@Named("language")
@RequestScoped
public class LanguageChoice {

    static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("es"));
    private static final String COOKIE = "callward-language";
    private static final int A_YEAR = 31_536_000;

    @Inject
    SignedIn signedIn;
    @Inject
    Accounts accounts;
    @Inject
    Settings settings;
    @Inject
    HttpServletRequest request;

    private Locale locale;

    public Locale getLocale() {
        if (locale == null) {
            locale = first(Stream.of(switched(), signedIn.account().flatMap(Account::language)).flatMap(Optional::stream))
                    .or(() -> first(asked()))
                    .orElseGet(() -> first(Stream.of(Locale.forLanguageTag(settings.text(Setting.LANGUAGE)))).orElse(Locale.ENGLISH));
        }
        return locale;
    }

    public String getTag() {
        return getLocale().toLanguageTag();
    }

    public String getOtherTag() {
        return other().toLanguageTag();
    }

    /** In its own words: whoever needs the switch cannot read the language that is shown. */
    public String getOtherName() {
        String name = other().getDisplayLanguage(other());
        return name.substring(0, 1).toUpperCase(other()) + name.substring(1);
    }

    /** Error pages have no address of their own to come back to. */
    public boolean isSwitchable() {
        return !Faces.getViewId().startsWith("/WEB-INF/");
    }

    /** The page that is shown, with its query. */
    public String getHere() {
        return Faces.getRequestURIWithQueryString();
    }

    public void switchOver() {
        Locale chosen = other();
        Faces.addResponseCookie(COOKIE, chosen.toLanguageTag(), "/", A_YEAR);
        signedIn.account().ifPresent(account -> accounts.speak(account.getUsername(), chosen));
        Faces.redirect(ownPath(request.getParameter("back")));
    }

    /** A path of this site: two slashes, or a slash and a backslash, would lead to another one. */
    static String ownPath(String back) {
        boolean own = back != null && back.startsWith("/") && !back.startsWith("//") && back.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return own ? back : "/";
    }

    private Locale other() {
        return SPOKEN.get((SPOKEN.indexOf(getLocale()) + 1) % SPOKEN.size());
    }

    private Optional<Locale> switched() {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Optional.empty() : Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName())).findFirst().map(cookie -> Locale.forLanguageTag(cookie.getValue()));
    }

    /** Without a header a server answers with its own locale, which is nobody's wish. */
    private Stream<Locale> asked() {
        return request.getHeader("Accept-Language") == null ? Stream.empty() : Collections.list(request.getLocales()).stream();
    }

    private static Optional<Locale> first(Stream<Locale> wished) {
        return wished.flatMap(wish -> SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(wish.getLanguage()))).findFirst();
    }
}
