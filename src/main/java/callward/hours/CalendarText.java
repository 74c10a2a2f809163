package callward.hours;

import callward.flow.Span;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/**
 * A calendar as somebody describes it.
 *
 * @param zone    null: the company's
 * @param country null: no public holidays
 * @param region  null: those of the whole country
 * @param week    a day that is missing is closed
 */
record CalendarText(String name, String zone, String country, String region, Map<DayOfWeek, List<Span>> week) { }
