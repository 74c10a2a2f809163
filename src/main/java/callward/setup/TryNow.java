package callward.setup;

import callward.access.Account;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.carrier.CarrierRefused;
import callward.line.CarrierNumbers;
import callward.line.KeepLine;
import callward.line.LineText;
import callward.carrier.NumberShop.Kind;
import callward.carrier.NumberShop.Offer;
import callward.phone.BrowserPhone;
import callward.script.BeginScript;
import callward.script.Script;
import callward.settings.CarrierAccounts;
import callward.settings.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;

/** All that a first call needs, without a carrier: a telephone for who asks, a script, and a line in the simulator that runs it. */
@ApplicationScoped
@Transactional
public class TryNow {

    private static final int RINGS = 20;
    private static final String SIMULATED_EVERYWHERE = "US";

    @Inject
    CarrierAccounts accounts;
    @Inject
    CarrierNumbers numbers;
    @Inject
    KeepLine keepLine;
    @Inject
    BeginScript beginScript;
    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    Company company;

    /** Only in the simulator: elsewhere a number costs money. */
    public boolean isPossible() {
        return accounts.current().simulated();
    }

    /**
     * @param template of the script
     * @param reader   the script speaks his language
     * @return the line's number, E.164
     */
    public String begin(String template, Account account, Locale reader) {
        if (!isPossible()) {
            throw new IllegalStateException("an account is set: its numbers cost money");
        }
        telephone(account);
        Script script = script(template, reader);
        String number = offers().getFirst().number().e164();
        keepLine.add(new LineText(number, company.getName(), script.getId(), null, null, null, null, null), true);
        return number;
    }

    /** A script from a template, named after the company, and published. */
    public Script script(String template, Locale reader) {
        return beginScript.from(template, company.getName(), reader);
    }

    /** Somebody's first telephone is the one in the browser: it costs nothing, and wakes nobody. */
    private void telephone(Account account) {
        Agent agent = agents.of(account.getId(), account.getName());
        if (devices.of(account.getId()).isEmpty()) {
            String key = devices.freeKey(account.getUsername());
            Device phone = new Device(key, account.getName(), new BrowserPhone(key.replace('-', '_')), agent); // a browser's telephone has no dashes
            phone.setRingSeconds(RINGS);
            devices.save(phone);
        }
    }

    /** The simulator does not know every country. */
    private List<Offer> offers() {
        try {
            List<Offer> found = numbers.search(company.country(), Kind.LOCAL, null, null, null, null);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CarrierRefused noSuchCountryThere) {
            // asked for below
        }
        return numbers.search(SIMULATED_EVERYWHERE, Kind.LOCAL, null, null, null, null);
    }
}
