package callward.line;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.NumberShop;
import callward.carrier.PracticeNumbers;
import callward.phone.PhoneNumber;
import callward.settings.OwnTransaction;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets every line be called in the simulator while it is served beside the company's own account; without renting anything. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PracticeLines {

    private static final Logger LOG = System.getLogger(PracticeLines.class.getName());

    /** What the simulator must know, and where its calls lead. */
    private record Known(Map<PhoneNumber, String> names, String voiceUrl) { }

    @Inject
    Lines lines;
    @Inject
    PracticeNumbers numbers;
    @Inject
    NumberShop shop;
    @Inject
    OwnTransaction own;

    private Known told;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void look() {
        if (!numbers.areApart()) {
            told = null;
            return;
        }
        Known wanted = new Known(names(), shop.ourVoiceUrl());
        if (!wanted.equals(told)) {
            tell(wanted);
        }
    }

    private void tell(Known wanted) {
        try {
            numbers.keep(wanted.names());
            told = wanted;
            LOG.log(Level.INFO, "simulator numbers={0}", wanted.names().size());
        } catch (CarrierRefused | CarrierUnreachable e) {
            LOG.log(Level.WARNING, "simulator cannot be told of the lines: {0}", e.getMessage());
        }
    }

    private Map<PhoneNumber, String> names() {
        return own.call(lines::all).stream().collect(Collectors.toMap(line -> PhoneNumber.of(line.getNumber()), Line::getName, (one, other) -> one));
    }
}
