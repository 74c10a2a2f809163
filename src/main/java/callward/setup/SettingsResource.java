package callward.setup;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.settings.KeyRing;
import callward.settings.Saying;
import callward.settings.Setting;
import callward.settings.Settings;
import callward.settings.Settings.Source;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every setting, its value and where that comes from. Secrets go in and never come out. */
@ApiResource
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public class SettingsResource {

    /**
     * @param name     as in addresses: {@code smtp-host}
     * @param variable the environment's name for it: {@code CALLWARD_SMTP_HOST}
     * @param group    the section of settings it belongs to
     * @param label    what people call it
     * @param affects  what changes when it is changed
     * @param value    null when there is none, and always for a secret
     * @param set      whether it has a value
     * @param secret   whether its value is never told
     * @param standard the default, null when there is none
     * @param source   of the value: the environment wins over the console, the console over the default
     * @param editable whether it may be changed here: not when the environment gives it, nor when it counts at the server's start only
     * @param choices  the values there are, empty when anything of the right form will do
     */
    public record SettingShown(String name, String variable, Setting.Group group, String label, String affects, String value, boolean set,
                               boolean secret, String standard, Source source, boolean editable, List<String> choices) { }

    /** @param value null or empty goes back to the default, and forgets a secret */
    public record Value(String value) { }

    /**
     * @param to       a mail address
     * @param language of the mail, {@code en} or {@code es}; English when left out
     */
    public record MailTest(String to, String language) { }

    /** @param good whether it works; @param answer what came of it, or what is wrong and what to do */
    public record Outcome(boolean good, String answer) { }

    @Inject
    Settings settings;
    @Inject
    ChangeSettings change;
    @Inject
    TrySettings tries;
    @Inject
    KeyRing ring;

    /** List the settings, their values and where these come from. Secrets are never told. */
    @GET
    public Page<SettingShown> list(@BeanParam Paging paging) {
        return Page.of(Arrays.stream(Setting.values()).map(this::shown).toList(), paging);
    }

    /**
     * Read a setting.
     *
     * @param name as in the list, {@code smtp-host}
     */
    @GET
    @Path("{name}")
    public SettingShown one(@PathParam("name") String name) {
        return shown(known(name));
    }

    /** Change several settings at once. By name: all of them, or none when one will not do. */
    @PUT
    public List<SettingShown> putAll(Map<String, String> values) {
        Map<Setting, String> known = new HashMap<>();
        values.forEach((name, value) -> known.put(known(name), value));
        change.put(known);
        return known.keySet().stream().sorted().map(this::shown).toList();
    }

    /** Change a setting. */
    @PUT
    @Path("{name}")
    public SettingShown put(@PathParam("name") String name, Value value) {
        Map<Setting, String> one = new HashMap<>();
        one.put(known(name), value.value());
        change.put(one);
        return shown(known(name));
    }

    /** Set a setting back to its default. */
    @DELETE
    @Path("{name}")
    public void delete(@PathParam("name") String name) {
        change.put(Map.of(known(name), ""));
    }

    /** Send a test mail. A real one; says what the mail server answered. */
    @POST
    @Path("test/mail")
    public Outcome testMail(MailTest mail) {
        TrySettings.fault(mail.to()).ifPresent(fault -> {
            throw Refusal.field("to", fault.inEnglish());
        });
        return said(tries.mail(mail.to(), Locale.forLanguageTag(mail.language() == null ? "en" : mail.language())));
    }

    /** Ask the carrier for our account. */
    @POST
    @Path("test/carrier")
    @Consumes(MediaType.WILDCARD)
    public Outcome testCarrier() {
        return said(tries.carrier());
    }

    /** Reach this server under its public URL. */
    @POST
    @Path("test/url")
    @Consumes(MediaType.WILDCARD)
    public Outcome testUrl() {
        return said(tries.publicUrl());
    }

    /** Encrypt all secrets with a new key. 409 where the environment gives the key. */
    @POST
    @Path("secret-key/exchange")
    @Consumes(MediaType.WILDCARD)
    public void exchangeKey() {
        if (!ring.isOurs()) {
            throw Refusal.conflict(Saying.of("settings.key.given").inEnglish());
        }
        change.exchangeKey();
    }

    private static Outcome said(TrySettings.Tried tried) {
        return new Outcome(tried.good(), tried.answer().inEnglish());
    }

    private SettingShown shown(Setting setting) {
        String value = settings.get(setting).orElse(null);
        Source source = settings.source(setting);
        return new SettingShown(setting.key(), setting.variable(), setting.group(), Saying.of("setting." + setting.name()).inEnglish(),
                Saying.of("setting." + setting.name() + ".affects").inEnglish(), setting.secret() ? null : value, value != null, setting.secret(),
                setting.standard(), source, !setting.onlyAtStart() && source != Source.ENVIRONMENT, setting.shape().choices());
    }

    private static Setting known(String name) {
        return Arrays.stream(Setting.values()).filter(setting -> setting.key().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no setting " + name + "."));
    }
}
