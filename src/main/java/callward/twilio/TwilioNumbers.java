package callward.twilio;

import callward.carrier.NumberShop;
import callward.phone.PhoneNumber;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.base.Resource;
import com.twilio.base.ResourceSet;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.LocalReader;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.MobileReader;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFreeReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
    public List<Offer> search(Wish wish, int limit) {
        return account.ask(client -> switch (wish.kind()) {
            case LOCAL -> offers(local(wish).limit(limit).read(client), found -> new Offer(PhoneNumber.of(found.getPhoneNumber().toString()),
                    words(found.getLocality()), words(found.getRegion())));
            case MOBILE -> offers(mobile(wish).limit(limit).read(client), found -> new Offer(PhoneNumber.of(found.getPhoneNumber().toString()),
                    words(found.getLocality()), words(found.getRegion())));
            case TOLL_FREE -> offers(tollFree(wish).limit(limit).read(client), found -> new Offer(PhoneNumber.of(found.getPhoneNumber().toString()),
                    words(found.getLocality()), words(found.getRegion())));
        });
    }

    private static LocalReader local(Wish wish) {
        LocalReader reader = Local.reader(wish.country()).setVoiceEnabled(true);
        Optional.ofNullable(wish.areaCode()).map(Integer::valueOf).ifPresent(reader::setAreaCode);
        Optional.ofNullable(wish.contains()).ifPresent(reader::setContains);
        Optional.ofNullable(wish.near()).ifPresent(near -> reader.setNearNumber(new com.twilio.type.PhoneNumber(near.e164())));
        Optional.ofNullable(wish.locality()).ifPresent(reader::setInLocality);
        return reader;
    }

    private static MobileReader mobile(Wish wish) {
        MobileReader reader = Mobile.reader(wish.country()).setVoiceEnabled(true);
        Optional.ofNullable(wish.contains()).ifPresent(reader::setContains);
        Optional.ofNullable(wish.near()).ifPresent(near -> reader.setNearNumber(new com.twilio.type.PhoneNumber(near.e164())));
        Optional.ofNullable(wish.locality()).ifPresent(reader::setInLocality);
        return reader;
    }

    private static TollFreeReader tollFree(Wish wish) {
        TollFreeReader reader = TollFree.reader(wish.country()).setVoiceEnabled(true);
        Optional.ofNullable(wish.areaCode()).map(Integer::valueOf).ifPresent(reader::setAreaCode);
        Optional.ofNullable(wish.contains()).ifPresent(reader::setContains);
        return reader;
    }

    private static <T extends Resource> List<Offer> offers(ResourceSet<T> found, Function<T, Offer> offer) {
        return StreamSupport.stream(found.spliterator(), false).map(offer).toList();
    }

    private static String words(String text) {
        return text == null ? "" : text;
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
        List<Difference> differences = new ArrayList<>();
        // what wins over the addresses comes first
        compare(differences, "VoiceApplicationSid", words(number.getVoiceApplicationSid()), "");
        compare(differences, "TrunkSid", words(number.getTrunkSid()), "");
        compare(differences, "VoiceUrl", text(number.getVoiceUrl()), urls.voice().toString());
        compare(differences, "VoiceMethod", method(number.getVoiceMethod()), "POST");
        compare(differences, "VoiceFallbackUrl", text(number.getVoiceFallbackUrl()), urls.fallback().toString());
        compare(differences, "VoiceFallbackMethod", method(number.getVoiceFallbackMethod()), "POST");
        compare(differences, "StatusCallback", text(number.getStatusCallback()), urls.ended().toString());
        compare(differences, "StatusCallbackMethod", method(number.getStatusCallbackMethod()), "POST");
        return new RentedNumber(number.getSid(), PhoneNumber.of(number.getPhoneNumber().toString()), words(number.getFriendlyName()), leadsTo(number), differences);
    }

    private static void compare(List<Difference> differences, String what, String theirs, String ours) {
        if (!theirs.equals(ours)) {
            differences.add(new Difference(what, theirs, ours));
        }
    }

    /** An application or a trunk wins over the address. */
    private static String leadsTo(IncomingPhoneNumber number) {
        return Stream.of(words(number.getTrunkSid()), words(number.getVoiceApplicationSid()), text(number.getVoiceUrl()))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** Twilio's default is POST. */
    private static String method(HttpMethod method) {
        return method == null ? "POST" : method.toString();
    }

    private static String fitting(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String text(URI url) {
        return Objects.toString(url, "");
    }
}
