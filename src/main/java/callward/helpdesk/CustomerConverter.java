package callward.helpdesk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A customer in a page's field, by his id. */
@Named
@ApplicationScoped
public class CustomerConverter implements Converter<Customer> {

    @Inject
    Customers customers;

    @Override
    public Customer getAsObject(FacesContext context, UIComponent component, String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        if (!id.matches("\\d{1,18}")) {
            throw new ConverterException("not a customer");
        }
        return customers.find(Long.parseLong(id)).orElseThrow(() -> new ConverterException("no such customer"));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Customer customer) {
        return customer == null || customer.getId() == null ? "" : customer.getId().toString();
    }
}
