/**
 * When the company is open: calendars with hours of the week, public holidays, special days, and what somebody switched by hand. The rules
 * themselves are {@link callward.flow.OpeningHours}; live calls read them from memory ({@link callward.hours.Calendars}).
 */
package callward.hours;
