package callward.notice;

import callward.settings.Setting;
import callward.settings.Settings;
import java.util.Locale;
import java.util.Optional;

/** The company's mail server. */
record SmtpServer(String host, int port, Optional<String> user, String password, Tls tls, String from) {

    /** How the way to it is kept private. */
    enum Tls {
        /** As soon as the server offers it. Required before a password goes anywhere but to this machine. */
        STARTTLS,
        /** From the first byte. */
        SSL,
        NONE
    }

    static Optional<SmtpServer> in(Settings settings, String ourHost) {
        return settings.get(Setting.SMTP_HOST).filter(host -> !host.isBlank()).map(host -> {
            Optional<String> user = settings.get(Setting.SMTP_USER).filter(name -> !name.isBlank());
            String from = settings.get(Setting.SMTP_FROM).filter(address -> !address.isBlank())
                    .or(() -> user.filter(name -> name.contains("@"))).orElse("callward@" + ourHost);
            return new SmtpServer(host.strip(), settings.number(Setting.SMTP_PORT), user,
                    settings.get(Setting.SMTP_PASSWORD).orElse(""), tls(settings), from);
        });
    }

    /** A password never travels in the clear over a network. */
    boolean startTlsRequired() {
        boolean thisMachine = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
        return tls == Tls.STARTTLS && user.isPresent() && !thisMachine;
    }

    private static Tls tls(Settings settings) {
        return switch (settings.text(Setting.SMTP_TLS).strip().toLowerCase(Locale.ROOT)) {
            case "ssl", "tls", "smtps" -> Tls.SSL;
            case "none", "false", "off" -> Tls.NONE;
            default -> Tls.STARTTLS;
        };
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}
