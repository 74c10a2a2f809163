package callward.line;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.NumberShop;
import callward.carrier.NumberShop.RentedNumber;
import callward.line.WantedLines.Wanted;
import callward.settings.LogText;
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
import java.util.Optional;

/** Has the carrier rent wanted numbers and point them at us, until it is done; and again when our public URL has changed. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PointLines {

    private static final Logger LOG = System.getLogger(PointLines.class.getName());

    @Inject
    NumberShop shop;
    @Inject
    WantedLines wanted;
    @Inject
    OwnTransaction own;

    /** Also for whoever does not want to wait for the next time. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void look() {
        String account = shop.accountSid();
        String voiceUrl = shop.ourVoiceUrl();
        for (Optional<Wanted> next = own.call(() -> wanted.claim(account, voiceUrl)); next.isPresent(); next = own.call(() -> wanted.claim(account, voiceUrl))) {
            point(next.get(), voiceUrl);
        }
    }

    private void point(Wanted line, String voiceUrl) {
        try {
            RentedNumber number = pointed(line);
            if (!number.pointsAtUs()) {
                throw new CarrierRefused(0, "it says yes, and has kept another address than ours: " + number.differences());
            }
            own.run(() -> wanted.pointed(line.id(), number.carrierSid(), voiceUrl));
            LOG.log(Level.INFO, "line={0} number={1} points at us", line.id(), line.number());
        } catch (CarrierRefused | CarrierUnreachable e) {
            own.run(() -> wanted.failed(line.id(), CarrierTrouble.of(e)));
            LOG.log(Level.WARNING, "line={0} number={1} cannot be pointed at us: {2}", line.id(), line.number(), LogText.of(e.getMessage()));
        }
    }

    private RentedNumber pointed(Wanted line) {
        Optional<RentedNumber> rented = shop.find(line.number());
        if (rented.isPresent()) {
            return shop.pointAtUs(rented.get().carrierSid(), line.name());
        }
        if (!line.rent()) {
            throw new CarrierRefused(CarrierTrouble.NOT_THERE, "the account does not have " + line.number());
        }
        return shop.rent(line.number(), line.name());
    }
}
