package callward.helpdesk;

import callward.phone.PhoneNumber;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One customer: who he is, under which numbers he calls, and his tickets. */
@Named
@ViewScoped
public class CustomerView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Customers customers;
    @Inject
    Tickets tickets;

    private Customer customer = new Customer();
    private Map<String, String> seen;
    private String numbers;
    private String url;
    private List<Ticket> ticketsOfHis = List.of();

    public void load() {
        String asked = Faces.getRequestParameter("id");
        if (asked == null) {
            numbers = Faces.getRequestParameter("number");
            return;
        }
        Optional<Customer> found = asked.matches("\\d{1,18}") ? customers.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such customer");
            return;
        }
        customer = found.get();
        seen = customer.content();
        numbers = customer.getNumbers().stream().map(PhoneNumber::shown).collect(Collectors.joining("\n"));
        url = customer.getUrl();
        ticketsOfHis = tickets.of(customer);
    }

    public String save() {
        if (!takeNumbers() | !takeUrl()) {
            return null;
        }
        boolean fresh = isNew();
        try {
            customer = fresh ? customers.save(customer) : customers.save(customer, seen);
        } catch (ChangedMeanwhile e) {
            Messages.addGlobalError("customer.changedMeanwhile");
            return null;
        } catch (NumberTaken addedMeanwhile) {
            customer = fresh ? customer.again() : customer;
            if (takeNumbers()) { // it was given up meanwhile, too
                Messages.addError("customer:numbers", "customer.numbersTaken");
            }
            return null;
        }
        seen = customer.content(); // the same page may be sent twice
        Messages.addFlashGlobalInfo("customer.saved", customer.getName());
        return "/customers/customer?faces-redirect=true&id=" + customer.getId();
    }

    public String delete() {
        try {
            customers.delete(customer.getId(), seen);
        } catch (ChangedMeanwhile e) {
            Messages.addGlobalError("customer.lookAgain");
            return null;
        }
        Messages.addFlashGlobalInfo("customer.deleted", customer.getName());
        return "/customers/index?faces-redirect=true";
    }

    public boolean isNew() {
        return customer.getId() == null;
    }

    public Customer getCustomer() {
        return customer;
    }

    public List<Ticket> getTickets() {
        return ticketsOfHis;
    }

    /** One number per line. */
    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    private boolean takeNumbers() {
        List<PhoneNumber> taken = new ArrayList<>();
        for (String line : numbers == null ? List.<String>of() : numbers.lines().filter(text -> !text.isBlank()).toList()) {
            Optional<PhoneNumber> number = PhoneNumber.in(line.strip());
            if (number.isEmpty()) {
                Messages.addError("customer:numbers", "customer.numberWrong", line.strip());
                return false;
            }
            Optional<Customer> other = customers.with(number.get()).filter(owner -> !owner.getId().equals(customer.getId()));
            if (other.isPresent()) {
                Messages.addError("customer:numbers", "customer.numberTaken", number.get().shown(), other.get().getName());
                return false;
            }
            taken.add(number.get());
        }
        customer.setNumbers(taken);
        return true;
    }

    private boolean takeUrl() {
        try {
            customer.setUrl(url);
            return true;
        } catch (IllegalArgumentException e) {
            Messages.addError("customer:url", "form.urlWrong");
            return false;
        }
    }
}
