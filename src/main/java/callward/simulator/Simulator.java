package callward.simulator;

import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import callward.settings.PublicUrl;
import callward.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The built-in carrier of this installation: opened when it is first needed, and only while it is switched on. */
@ApplicationScoped
public class Simulator {

    /** About how fast text is read out, in characters per second. */
    private static final double READING = 15;
    private static final String FOLDER = "simulator";

    @Inject
    CarrierAccounts carriers;
    @Inject
    Settings settings;
    @Inject
    PublicUrl publicUrl;
    @Inject
    Clock clock;

    private RealTime time;
    private Exchange exchange;
    private SimulatedRest rest;

    public boolean isOn() {
        return carriers.simulatorOn();
    }

    /** The company has a real account beside it: then it is not for everybody. */
    public boolean isBesideAnAccount() {
        return !carriers.current().simulated();
    }

    /** The carrier's living part; nothing while the simulator is switched off. */
    Optional<Exchange> exchange() {
        return open() ? Optional.of(exchange) : Optional.empty();
    }

    Optional<SimulatedRest> rest() {
        return open() ? Optional.of(rest) : Optional.empty();
    }

    /** An address of ours without its origin: a page may have been opened under another name of this server. */
    String withoutOurOrigin(String url) {
        for (String origin : new String[] {publicUrl.origin(), publicUrl.local()}) {
            if (url.startsWith(origin + "/")) {
                return url.substring(origin.length());
            }
        }
        return url;
    }

    /** What is asked of our own public address never leaves this machine: a simulated call works behind any router. */
    String homewards(String url) {
        return url.startsWith(publicUrl.origin() + "/") ? publicUrl.local() + url.substring(publicUrl.origin().length()) : url;
    }

    private synchronized boolean open() {
        if (!isOn()) {
            close();
            return false;
        }
        if (exchange == null) {
            CarrierAccount mine = carriers.simulated();
            var account = SimulatedAccount.open(settings.dataFolder().resolve(FOLDER), mine.sid(), mine.authTokens().get(0));
            time = new RealTime(clock);
            exchange = new Exchange(account, time, new Exchange.Habits(READING, publicUrl.local() + SimulatedCarrierServlet.PATH, this::homewards));
            rest = new SimulatedRest(exchange);
        }
        return true;
    }

    @PreDestroy
    synchronized void close() {
        if (exchange != null) {
            exchange.close();
            time.close();
            exchange = null;
            rest = null;
        }
    }
}
