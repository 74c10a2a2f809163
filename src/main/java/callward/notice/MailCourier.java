package callward.notice;

import callward.settings.LogText;
import callward.settings.OwnTransaction;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Brings mails to the mail server. The timer is only the alarm clock: what is due stands in the rows. No database connection is held
 * while the mail server takes its time. Not a singleton, since several work at once (decision 25).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailCourier {

    private static final System.Logger LOG = System.getLogger(MailCourier.class.getName());

    /** After a crash a mail waits at most this long; while it is being sent, the lease is renewed. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    @Inject
    Outbox outbox;
    @Inject
    PostOffice office;
    @Inject
    OwnTransaction own;
    @Inject
    Couriers couriers;
    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService alarm;

    @Asynchronous
    public void soon() {
        deliverDue();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void deliverDue() {
        if (!office.isOpen() || !couriers.mayBegin()) {
            return;
        }
        try {
            while (couriers.mayGoOn() && deliverNext()) {
                // until nothing is due
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "mails=waiting problem=" + LogText.of(databaseAway.getMessage()));
        } finally {
            couriers.end();
        }
    }

    private boolean deliverNext() {
        Optional<OutgoingMail> due = own.call(() -> outbox.claim(LEASE));
        due.ifPresent(this::deliver);
        return due.isPresent();
    }

    private void deliver(OutgoingMail mail) {
        if (couriers.handedOver(mail.id()) || handedOver(mail)) {
            couriers.haveHandedOver(mail.id());
            own.run(() -> outbox.sent(mail.id()));
            couriers.haveNoted(mail.id());
            LOG.log(System.Logger.Level.INFO, "mail=" + mail.id() + " reason=" + LogText.of(mail.reason()) + " sent try=" + mail.tries());
        }
    }

    private boolean handedOver(OutgoingMail mail) {
        long beat = LEASE.toSeconds() / 3;
        ScheduledFuture<?> renewing = alarm.scheduleAtFixedRate(() -> own.run(() -> outbox.renew(mail.id(), LEASE)), beat, beat, TimeUnit.SECONDS);
        try {
            office.deliver(mail);
            return true;
        } catch (MessagingException e) {
            notTaken(mail, Refusal.of(e));
        } catch (RuntimeException e) {
            notTaken(mail, new Refusal("The mail could not be sent: " + e, false));
        } finally {
            renewing.cancel(false);
        }
        return false;
    }

    private void notTaken(OutgoingMail mail, Refusal refusal) {
        own.run(() -> outbox.failed(mail.id(), refusal.problem(), refusal.nextTry(mail.tries())));
        LOG.log(System.Logger.Level.WARNING,
                "mail=" + mail.id() + " try=" + mail.tries() + " lasting=" + refusal.lasting() + " problem=" + LogText.of(refusal.problem()));
    }
}
