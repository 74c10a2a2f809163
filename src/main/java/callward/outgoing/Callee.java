package callward.outgoing;

import callward.call.Calls;
import callward.call.Calls.CallRow;
import callward.helpdesk.Customer;
import callward.helpdesk.CustomerFound;
import callward.helpdesk.Customers;
import callward.helpdesk.Helpdesk;
import callward.helpdesk.Ticket;
import callward.helpdesk.Tickets;
import callward.outgoing.CallRefused.Reason;
import callward.phone.PhoneNumber;
import callward.settings.Company;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Whom somebody wants to call, as far as he has said so. */
@ApplicationScoped
@Transactional
class Callee {

    /** @param line number of the line that the call came in on which is called back, or null; @param facts {@code customer.*} and {@code ticket.*} */
    record Found(PhoneNumber number, String line, Facts facts) { }

    @Inject
    Calls calls;
    @Inject
    Customers customers;
    @Inject
    Tickets tickets;
    @Inject
    Helpdesk helpdesk;
    @Inject
    Company company;
    @Inject
    Watchman watchman;

    Found of(Wanted wanted) {
        Optional<CallRow> back = Optional.ofNullable(wanted.call()).map(sid -> calls.find(sid).orElseThrow(() -> new CallRefused(Reason.NO_SUCH_CALL, sid)));
        Optional<String> named = Optional.ofNullable(wanted.ticket()).or(() -> back.map(CallRow::ticketNumber));
        Optional<Ticket> ticket = named.flatMap(tickets::numbered);
        if (wanted.ticket() != null && ticket.isEmpty()) {
            throw new CallRefused(Reason.NO_SUCH_TICKET, wanted.ticket());
        }
        Optional<Customer> customer = Optional.ofNullable(wanted.customer())
                .map(id -> customers.find(id).orElseThrow(() -> new CallRefused(Reason.NO_SUCH_CUSTOMER, id)))
                .or(() -> ticket.map(Ticket::getCustomer)).or(() -> back.map(CallRow::customerId).flatMap(customers::find));
        PhoneNumber number = number(wanted, back, customer);
        return new Found(number, back.map(call -> isOut(call) ? call.caller() : call.called()).orElse(null), facts(customer, ticket, number));
    }

    private PhoneNumber number(Wanted wanted, Optional<CallRow> back, Optional<Customer> customer) {
        if (wanted.to() != null) {
            return read(wanted.to());
        }
        if (back.isPresent()) {
            String other = isOut(back.get()) ? back.get().called() : back.get().caller();
            return PhoneNumber.in(other).orElseThrow(() -> PhoneNumber.isWithheld(other) ? new CallRefused(Reason.HIDDEN) : new CallRefused(Reason.NO_NUMBER));
        }
        return customer.map(Customer::getNumbers).flatMap(numbers -> numbers.stream().findFirst()).orElseThrow(() -> new CallRefused(Reason.NO_NUMBER));
    }

    private PhoneNumber read(String text) {
        try {
            return text.startsWith("+") || text.startsWith("00") ? PhoneNumber.of(text) : PhoneNumber.of(text, company.country());
        } catch (IllegalArgumentException e) {
            throw watchman.notANumber(text);
        }
    }

    private Facts facts(Optional<Customer> customer, Optional<Ticket> ticket, PhoneNumber number) {
        Facts facts = customer.map(one -> Facts.of("customer.id", one.getId().toString()).with("customer.name", one.getName())).or(() -> asKnown(number)).orElse(Facts.NONE);
        return ticket.map(one -> facts.with("ticket.id", one.getNumber()).with("ticket.number", one.getNumber()).with("ticket.title", one.getTitle())).orElse(facts);
    }

    /** Another system is not asked: whoever clicks has it before him. */
    private Optional<Facts> asKnown(PhoneNumber number) {
        Optional<CustomerFound> found = helpdesk.isFar() ? Optional.empty() : helpdesk.customerWith(number);
        return found.map(one -> Facts.of("customer.id", one.id()).with("customer.name", one.name()).with("customer.url", one.url()));
    }

    private static boolean isOut(CallRow call) {
        return "OUT".equals(call.direction());
    }
}
