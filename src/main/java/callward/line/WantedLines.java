package callward.line;

import callward.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lines that the carrier has still to be asked for; each is claimed for a minute, so that no two nodes rent the same number. */
@ApplicationScoped
@Transactional
class WantedLines {

    /** @param rent whether it may be rented when the account does not have it: that costs money */
    record Wanted(long id, PhoneNumber number, String name, boolean rent) { }

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Clock clock;

    Optional<Wanted> claim(String account, String voiceUrl) {
        Timestamp now = Timestamp.from(clock.instant());
        List<?> rows = entities.createNativeQuery("""
                with due as materialized (
                    select id from callward.line
                    where account = ?2 and (wanted or carrier_sid is not null and pointed_at is distinct from ?3)
                        and (next_try_at is null or next_try_at <= ?4)
                    order by next_try_at nulls first limit 1 for update skip locked)
                update callward.line l set next_try_at = ?1 from due where l.id = due.id
                returning l.id, l.number, l.name, l.may_rent""")
                .setParameter(1, Timestamp.from(clock.instant().plusSeconds(60))).setParameter(2, account).setParameter(3, voiceUrl)
                .setParameter(4, now).getResultList();
        return rows.stream().map(Object[].class::cast).findFirst()
                .map(row -> new Wanted(((Number) row[0]).longValue(), PhoneNumber.of((String) row[1]), (String) row[2], (Boolean) row[3]));
    }

    void pointed(long id, String carrierSid, String voiceUrl) {
        Optional.ofNullable(entities.find(Line.class, id)).ifPresent(line -> line.pointed(carrierSid, voiceUrl));
    }

    void failed(long id, CarrierTrouble why) {
        Optional.ofNullable(entities.find(Line.class, id)).ifPresent(line -> line.failed(why, clock.instant()));
    }
}
