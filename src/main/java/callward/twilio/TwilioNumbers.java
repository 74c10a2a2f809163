package callward.twilio;

import callward.carrier.NumberShop;
import callward.phone.PhoneNumber;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.LocalReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Phone numbers, by Twilio's REST API. */
@ApplicationScoped
public class TwilioNumbers implements NumberShop {

    private static final int LONGEST_NAME = 64;

    @Inject
    TwilioAccount account;
    @Inject
    OurUrls urls;

    @Override
    public String accountSid() {
        return account.current().sid();
    }

    @Override
    public String ourVoiceUrl() {
        return urls.voice().toString();
    }

    @Override
    public List<PhoneNumber> search(String country, String areaCode, String contains, int limit) {
        LocalReader reader = Local.reader(country).setVoiceEnabled(true);
        if (areaCode != null && areaCode.matches("\\d{1,6}")) {
            reader.setAreaCode(Integer.valueOf(areaCode));
        }
        if (contains != null && !contains.isBlank()) {
            reader.setContains(contains.strip());
        }
        return account.ask(client -> StreamSupport.stream(reader.limit(limit).read(client).spliterator(), false)
                .flatMap(found -> PhoneNumber.in(found.getPhoneNumber().toString()).stream()).toList());
    }

    @Override
    public Optional<RentedNumber> find(PhoneNumber number) {
        return account.ask(client -> StreamSupport.stream(IncomingPhoneNumber.reader()
                .setPhoneNumber(new com.twilio.type.PhoneNumber(number.e164())).read(client).spliterator(), false)
                .map(this::rented).filter(found -> found.number().equals(number)).findFirst());
    }

    @Override
    public List<RentedNumber> all() {
        return account.ask(client -> StreamSupport.stream(IncomingPhoneNumber.reader().read(client).spliterator(), false)
                .map(this::rented).toList());
    }

    @Override
    public RentedNumber rent(PhoneNumber number, String name) {
        String sid = account.create(client -> IncomingPhoneNumber.creator(new com.twilio.type.PhoneNumber(number.e164()))
                .setFriendlyName(fitting(name))
                .setVoiceUrl(urls.voice()).setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(urls.fallback()).setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(urls.ended()).setStatusCallbackMethod(HttpMethod.POST).create(client)).getSid();
        return read(sid);
    }

    /** An application or a trunk would win over the URLs, silently. */
    @Override
    public RentedNumber pointAtUs(String carrierSid, String name) {
        account.ask(client -> IncomingPhoneNumber.updater(carrierSid)
                .setFriendlyName(fitting(name))
                .setVoiceUrl(urls.voice()).setVoiceMethod(HttpMethod.POST)
                .setVoiceFallbackUrl(urls.fallback()).setVoiceFallbackMethod(HttpMethod.POST)
                .setStatusCallback(urls.ended()).setStatusCallbackMethod(HttpMethod.POST)
                .setVoiceApplicationSid("").setTrunkSid("").update(client));
        return read(carrierSid);
    }

    @Override
    public void release(String carrierSid) {
        account.settle(TwilioCodes.NOT_FOUND, client -> IncomingPhoneNumber.deleter(carrierSid).delete(client));
    }

    private RentedNumber read(String sid) {
        return rented(account.ask(client -> IncomingPhoneNumber.fetcher(sid).fetch(client)));
    }

    private RentedNumber rented(IncomingPhoneNumber number) {
        return new RentedNumber(number.getSid(), PhoneNumber.of(number.getPhoneNumber().toString()), number.getFriendlyName(),
                text(number.getVoiceUrl()), text(number.getVoiceFallbackUrl()), text(number.getStatusCallback()), pointsAtUs(number));
    }

    private boolean pointsAtUs(IncomingPhoneNumber number) {
        return urls.voice().equals(number.getVoiceUrl()) && urls.fallback().equals(number.getVoiceFallbackUrl())
                && urls.ended().equals(number.getStatusCallback())
                && isEmpty(number.getVoiceApplicationSid()) && isEmpty(number.getTrunkSid());
    }

    private static String fitting(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String text(URI url) {
        return Objects.toString(url, "");
    }

    private static boolean isEmpty(String sid) {
        return sid == null || sid.isEmpty();
    }
}
