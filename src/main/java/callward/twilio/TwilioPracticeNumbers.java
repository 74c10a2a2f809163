package callward.twilio;

import callward.carrier.PracticeNumbers;
import callward.phone.PhoneNumber;
import callward.settings.CarrierAccounts;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The simulator's numbers, by its own REST API. */
@ApplicationScoped
public class TwilioPracticeNumbers implements PracticeNumbers {

    private static final int LONGEST_NAME = 64;

    @Inject
    TwilioAccount account;
    @Inject
    CarrierAccounts accounts;
    @Inject
    OurUrls urls;

    @Override
    public boolean areApart() {
        return accounts.simulatorOn() && !accounts.current().simulated();
    }

    @Override
    public void keep(Map<PhoneNumber, String> names) {
        String simulator = accounts.simulated().sid();
        Map<PhoneNumber, String> known = new HashMap<>();
        account.ask(simulator, client -> StreamSupport.stream(IncomingPhoneNumber.reader().read(client).spliterator(), false).toList())
                .forEach(number -> known.put(PhoneNumber.of(number.getPhoneNumber().toString()), number.getSid()));
        names.forEach((number, name) -> {
            if (known.containsKey(number)) {
                point(simulator, known.get(number), name);
            } else {
                add(simulator, number, name);
            }
        });
        known.forEach((number, sid) -> {
            if (!names.containsKey(number)) {
                account.settle(simulator, TwilioCodes.NOT_FOUND, client -> IncomingPhoneNumber.deleter(sid).delete(client));
            }
        });
    }

    private void add(String simulator, PhoneNumber number, String name) {
        account.create(simulator, client -> IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber(number.e164()))
                .setFriendlyName(fitting(name)).setVoiceUrl(urls.voice()).setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(urls.fallback()).setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(urls.ended()).setStatusCallbackMethod(HttpMethod.POST).create(client));
    }

    private void point(String simulator, String sid, String name) {
        account.ask(simulator, client -> IncomingPhoneNumber.updater(sid)
                .setFriendlyName(fitting(name)).setVoiceUrl(urls.voice()).setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(urls.fallback()).setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(urls.ended()).setStatusCallbackMethod(HttpMethod.POST).update(client));
    }

    private static String fitting(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
