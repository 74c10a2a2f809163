package callward.line;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.carrier.NumberShop.Kind;
import callward.carrier.NumberShop.Offer;
import callward.carrier.NumberShop.RentedNumber;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Numbers that could become lines. The carrier is asked each time. */
@ApiResource
@Path("available-lines")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public class AvailableLinesResource {

    /**
     * @param number   E.164
     * @param shown    the number as people write it
     * @param locality city; null when the carrier names none
     * @param region   state or province; null when the carrier names none
     */
    public record Available(String number, String shown, String locality, String region) { }

    /**
     * @param number     E.164
     * @param shown      the number as people write it
     * @param name       what the carrier's console calls it
     * @param leadsTo    where its calls go now: an address, or the SID of an application or a trunk; empty for nowhere
     * @param pointsAtUs whether its calls come here already
     */
    public record Owned(String number, String shown, String name, String leadsTo, boolean pointsAtUs) { }

    @Inject
    CarrierNumbers numbers;

    /**
     * Search for numbers to rent. At most 30; the carrier is asked each time.
     *
     * @param country  ISO 3166; the company's when left out
     * @param areaCode three digits; the United States and Canada only
     * @param contains 2 to 16 digits, * for any one
     * @param near     a number in E.164; the United States and Canada only
     * @param kind     LOCAL, MOBILE or TOLL_FREE; LOCAL when left out
     * @param locality city
     */
    @GET
    public Page<Available> search(@QueryParam("country") String country, @QueryParam("kind") Kind kind, @QueryParam("areaCode") String areaCode,
            @QueryParam("contains") String contains, @QueryParam("near") String near, @QueryParam("locality") String locality, @BeanParam Paging paging) {
        List<Offer> found = numbers.search(country, kind, areaCode, contains, near, locality);
        return Page.of(found.stream().map(offer -> new Available(offer.number().e164(), offer.number().shown(), offer.locality(), offer.region())).toList(), paging);
    }

    /** List numbers of the account that are no line yet. */
    @GET
    @Path("owned")
    public Page<Owned> owned(@BeanParam Paging paging) {
        return Page.of(numbers.withoutLine().stream().map(AvailableLinesResource::shown).toList(), paging);
    }

    private static Owned shown(RentedNumber number) {
        return new Owned(number.number().e164(), number.number().shown(), number.name(), number.leadsTo(), number.pointsAtUs());
    }
}
