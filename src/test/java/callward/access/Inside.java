package callward.access;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What a test that runs inside the server reaches for. */
public final class Inside {

    private Inside() { }

    public static <T> T bean(Class<T> type) throws NamingException {
        return beans().createInstance().select(type).get();
    }

    public static void fire(Object news) throws Exception {
        transaction(() -> {
            beans().getEvent().fire(news);
            return null;
        });
    }

    public static <T> T transaction(Callable<T> work) throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        try {
            T result = work.call();
            transaction.commit();
            return result;
        } catch (Exception | Error e) {
            transaction.rollback();
            throw e;
        }
    }

    /** An account of that name, made when there is none yet. */
    public static Account account(String username, Role role) throws NamingException {
        Accounts accounts = bean(Accounts.class);
        return accounts.find(username).orElseGet(() -> accounts.create(username, username, null, Surfer.PASSWORD, role));
    }

    private static BeanManager beans() throws NamingException {
        return InitialContext.doLookup("java:comp/BeanManager");
    }
}
