package callward.helpdesk;

import callward.phone.PhoneNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody who calls us, known by any of his phone numbers. */
@Entity
@Table(name = "customer")
public class Customer implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    private String company;
    private String email;
    private String note;
    private String url;
    @ElementCollection
    @CollectionTable(name = "customer_number", joinColumns = @JoinColumn(name = "customer_id"))
    @Column(name = "number")
    private Set<String> numbers = new HashSet<>();

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** His page in another system, null when there is none. */
    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = WebAddress.checked(url);
    }

    /** The same, not written down yet: one that could not be has been given an id all the same. */
    Customer again() {
        Customer again = new Customer();
        again.name = name;
        again.company = company;
        again.email = email;
        again.note = note;
        again.url = url;
        again.numbers.addAll(numbers);
        return again;
    }

    /** For the audit log; what is noted about him stays out of it. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("name", name);
        facts.put("company", company);
        facts.put("email", email);
        facts.put("url", url);
        facts.put("numbers", getNumbers().stream().map(PhoneNumber::e164).collect(Collectors.joining(", ")));
        return facts;
    }

    /** All that the page can change: equal while nobody has changed it. */
    Map<String, String> content() {
        Map<String, String> content = facts();
        content.put("note", note);
        return content;
    }

    public List<PhoneNumber> getNumbers() {
        return numbers.stream().map(PhoneNumber::new).sorted().toList();
    }

    public void setNumbers(Collection<PhoneNumber> numbers) {
        Set<String> wanted = new HashSet<>();
        numbers.forEach(number -> wanted.add(number.e164()));
        this.numbers.retainAll(wanted);
        this.numbers.addAll(wanted);
    }
}
