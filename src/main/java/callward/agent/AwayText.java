package callward.agent;

import callward.agent.AgentRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * A time out of office as a program or a page says it. Its end must be said, in one of four ways, so that nobody is away for ever by mistake.
 *
 * @param from      when it begins; now when left out
 * @param to        when he is back; null when the end is said otherwise
 * @param lastDay   the last day that he is away, in the company's time zone; null when the end is said otherwise
 * @param restOfDay true: it ends with the day on which it begins; false when left out
 * @param openEnded true: it lasts until he says that he is back; false when left out
 * @param reason    for his colleagues, at most 200 characters; null for none
 */
public record AwayText(Instant from, Instant to, LocalDate lastDay, Boolean restOfDay, Boolean openEnded, String reason) {

    /** @throws AgentRefused naming the field that will not do */
    OutOfOffice in(ZoneId zone, Instant now) {
        boolean rest = Boolean.TRUE.equals(restOfDay);
        boolean open = Boolean.TRUE.equals(openEnded);
        long ends = Stream.of(to != null, lastDay != null, rest, open).filter(said -> said).count();
        if (ends != 1) {
            throw new AgentRefused(ends == 0 ? Reason.END_MISSING : Reason.ENDS_TWICE);
        }
        Instant begins = from == null ? now : from;
        LocalDate last = rest ? begins.atZone(zone).toLocalDate() : lastDay;
        return new OutOfOffice(begins, last == null ? to : last.plusDays(1).atStartOfDay(zone).toInstant(), reason);
    }
}
