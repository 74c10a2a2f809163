package callward.helpdesk;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.phone.PhoneNumber;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers of our own helpdesk. */
@ApiResource
@Path("customers")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class CustomersResource {

    /**
     * @param id      names him in this API
     * @param name    1 to 200 characters
     * @param company where he works; null when unknown
     * @param email   his mail address; null when unknown
     * @param note    what agents should know; null for nothing
     * @param url     of a page in another system; null when there is none
     * @param numbers his telephone numbers, E.164
     * @param page    where an agent reads more: {@code url}, or a path of our console
     * @param version of all that can be changed: another one whenever any of it is
     */
    public record CustomerRow(long id, String name, String company, String email, String note, String url, List<String> numbers, String page, String version) { }

    /**
     * @param name    1 to 200 characters
     * @param company where he works; null when unknown
     * @param email   his mail address; null when unknown
     * @param note    what agents should know; null for nothing
     * @param url     of a page in another system, https or http; null when there is none
     * @param numbers each with + and the country code, and nobody else's (409); none when left out
     * @param version the one that was read before; somebody else may have changed him since (409). Left out: whatever he is now
     */
    public record CustomerText(String name, String company, String email, String note, String url, List<String> numbers, String version) { }

    @Inject
    Customers customers;

    /**
     * List customers.
     *
     * @param q part of a name, company, mail address or phone number
     */
    @GET
    public Page<CustomerRow> list(@QueryParam("q") String q, @BeanParam Paging paging) {
        List<CustomerRow> rows = customers.page(q, paging.page(), paging.size()).stream().map(CustomersResource::shown).toList();
        return new Page<>(rows, customers.count(q), paging.page(), paging.size());
    }

    /**
     * Read a customer.
     *
     * @param id of the customer
     */
    @GET
    @Path("{id: \\d{1,18}}")
    public CustomerRow one(@PathParam("id") long id) {
        return shown(known(id));
    }

    /** Make a customer. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    public CustomerRow add(CustomerText text) {
        return kept(new Customer(), text);
    }

    /** Change a customer. All of it is set: what is left out is emptied. */
    @PUT
    @Path("{id: \\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public CustomerRow change(@PathParam("id") long id, CustomerText text) {
        return kept(known(id), text);
    }

    /**
     * Delete a customer.
     *
     * @param version the one that was read before; somebody else may have changed him since (409). Left out: whatever he is now
     */
    @DELETE
    @Path("{id: \\d{1,18}}")
    public void delete(@PathParam("id") long id, @QueryParam("version") String version) {
        Map<String, String> seen = known(id).content();
        look(id, version, seen);
        if (version == null) {
            customers.delete(id);
        } else {
            customers.delete(id, seen);
        }
    }

    private static void look(Long id, String version, Map<String, String> now) {
        if (version != null && !version.equals(Version.of(now))) {
            throw new ChangedMeanwhile("customer");
        }
    }

    private Customer known(long id) {
        return customers.find(id).orElseThrow(() -> Refusal.notFound("There is no customer " + id + "."));
    }

    private CustomerRow kept(Customer customer, CustomerText text) {
        if (text == null || text.name() == null || text.name().isBlank() || text.name().length() > 200) {
            throw Refusal.field("name", "should be 1 to 200 characters");
        }
        boolean guarded = customer.getId() != null && text.version() != null;
        Map<String, String> seen = customer.content();
        look(customer.getId(), guarded ? text.version() : null, seen);
        customer.setName(text.name().strip());
        customer.setCompany(text.company());
        customer.setEmail(text.email());
        customer.setNote(text.note());
        customer.setNumbers(text.numbers() == null ? List.of() : text.numbers().stream().map(number -> number(number, customer)).toList());
        try {
            customer.setUrl(text.url());
        } catch (IllegalArgumentException e) {
            throw Refusal.field("url", "should begin with https:// or http://");
        }
        return shown(guarded ? customers.save(customer, seen) : customers.save(customer));
    }

    private PhoneNumber number(String text, Customer owner) {
        PhoneNumber number = PhoneNumber.in(text).orElseThrow(() -> Refusal.field("numbers", "should be phone numbers with + and the country code"));
        Optional<Customer> other = customers.with(number).filter(found -> !found.getId().equals(owner.getId()));
        if (other.isPresent()) {
            throw Refusal.conflict(number + " belongs to customer " + other.get().getId() + " already.");
        }
        return number;
    }

    private static CustomerRow shown(Customer customer) {
        return new CustomerRow(customer.getId(), customer.getName(), customer.getCompany(), customer.getEmail(), customer.getNote(),
                customer.getUrl(), customer.getNumbers().stream().map(PhoneNumber::e164).toList(),
                customer.getUrl() == null ? OwnHelpdesk.customerPage(customer.getId()) : customer.getUrl(), Version.of(customer.content()));
    }
}
