package callward.hours;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries and regions whose public holidays are known. */
@ApiResource
@Path("holiday-countries")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class HolidayCountriesResource {

    /**
     * @param code as calendars name it
     * @param name in English
     */
    public record HolidayPlace(String code, String name) { }

    @Inject
    Holidays holidays;

    /** List the countries whose public holidays are known. */
    @GET
    public List<HolidayPlace> countries() {
        return places(holidays.countries(Locale.ENGLISH));
    }

    /**
     * List the regions of a country that have holidays of their own.
     *
     * @param country ISO 3166, two letters
     */
    @GET
    @Path("{country}/regions")
    public List<HolidayPlace> regions(@PathParam("country") String country) {
        if (!holidays.knows(country)) {
            throw Refusal.notFound("The holidays of that country are not known.");
        }
        return places(holidays.regions(country, Locale.ENGLISH));
    }

    private static List<HolidayPlace> places(Map<String, String> names) {
        return names.entrySet().stream().map(place -> new HolidayPlace(place.getKey(), place.getValue())).toList();
    }
}
