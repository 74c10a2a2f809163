package callward.people;

import callward.access.Account;
import callward.access.AccountText;
import callward.access.Accounts;
import callward.access.Invitations;
import callward.access.KeepAccounts;
import callward.agent.Device;
import callward.agent.Devices;
import callward.phone.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts together with their telephones: whoever sets a colleague up does both at once, or neither. */
@ApplicationScoped
@Transactional
public class Colleagues {

    @Inject
    Accounts accounts;
    @Inject
    KeepAccounts keep;
    @Inject
    Invitations invitations;
    @Inject
    Devices devices;
    @Inject
    AnsweringPhones phones;

    public List<Colleague> all() {
        Set<Long> invited = Set.copyOf(invitations.waiting());
        Map<Long, List<Device>> phonesOf = devices.all().stream().filter(device -> device.getAgent() != null && device.getAgent().getAccountId() != null)
                .collect(Collectors.groupingBy(device -> device.getAgent().getAccountId()));
        return accounts.all().stream()
                .map(account -> new Colleague(account, phonesOf.getOrDefault(account.getId(), List.of()), invited.contains(account.getId()))).toList();
    }

    public Optional<Colleague> find(String username) {
        return accounts.find(username).map(this::colleague);
    }

    /** @param phone null when he answers no calls */
    public Colleague add(String username, AccountText text, Destination phone) {
        Account account = keep.add(username, text);
        phones.give(account, phone);
        return colleague(account);
    }

    /** @param phone null when he answers no calls (any more) */
    public Colleague change(String username, AccountText text, Destination phone) {
        return change(username, text, null, phone);
    }

    /** @param seen what the account was when its form was opened; refused when it is something else by now */
    public Colleague change(String username, AccountText text, AccountText seen, Destination phone) {
        Account account = keep.change(username, text, seen);
        phones.give(account, phone);
        return colleague(account);
    }

    /** His telephones stay where scripts name them, but ring no more. */
    public void delete(String username) {
        accounts.find(username).ifPresent(account -> phones.give(account, null));
        keep.delete(username);
    }

    private Colleague colleague(Account account) {
        return new Colleague(account, devices.of(account.getId()), invitations.waiting().contains(account.getId()));
    }
}
