package callward.line;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.NumberShop.Kind;
import callward.carrier.NumberShop.Offer;
import callward.settings.Company;
import callward.settings.Saying;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Faces;

/** Searches the carrier's numbers for one to rent; what was asked for stands in the address. */
@Named
@RequestScoped
public class FindLinesView {

    /** @param label in the reader's language */
    public record Country(String code, String label) { }

    @Inject
    CarrierNumbers numbers;
    @Inject
    Company company;

    private String country;
    private Kind kind = Kind.LOCAL;
    private String areaCode;
    private String contains;
    private String near;
    private String locality;
    private boolean asked;
    private List<Offer> offers = List.of();
    private CarrierTrouble trouble;
    private Map<String, Saying> faults = Map.of();

    public void load() {
        country = Faces.getRequestParameter("country");
        asked = country != null;
        areaCode = Faces.getRequestParameter("areaCode");
        contains = Faces.getRequestParameter("contains");
        near = Faces.getRequestParameter("near");
        locality = Faces.getRequestParameter("locality");
        kind = Arrays.stream(Kind.values()).filter(one -> one.name().equals(Faces.getRequestParameter("kind"))).findFirst().orElse(Kind.LOCAL);
        if (country == null) {
            country = company.country();
        } else {
            search();
        }
    }

    private void search() {
        try {
            offers = numbers.search(country, kind, areaCode, contains, near, locality);
        } catch (LineRefused refused) {
            faults = refused.faults();
        } catch (CarrierRefused | CarrierUnreachable e) {
            trouble = CarrierTrouble.of(e);
        }
    }

    public boolean isAsked() {
        return asked && trouble == null && faults.isEmpty();
    }

    public List<Offer> getOffers() {
        return offers;
    }

    public CarrierTrouble getTrouble() {
        return trouble;
    }

    public String getTroubleText() {
        return trouble == null ? "" : trouble.saying().in(Faces.getLocale());
    }

    /** What is wrong with a field, or empty. */
    public String fault(String field) {
        return faults.containsKey(field) ? faults.get(field).in(Faces.getLocale()) : "";
    }

    public List<Country> getCountries() {
        return Arrays.stream(Locale.getISOCountries()).map(code -> new Country(code, Locale.of("", code).getDisplayCountry(Faces.getLocale())))
                .sorted(Comparator.comparing(Country::label)).toList();
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    public String getCountry() {
        return country;
    }

    public Kind getKind() {
        return kind;
    }

    public String getAreaCode() {
        return areaCode;
    }

    public String getContains() {
        return contains;
    }

    public String getNear() {
        return near;
    }

    public String getLocality() {
        return locality;
    }
}
