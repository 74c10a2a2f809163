package callward.hours;

/** Some calendar is another one, or gone. */
record CalendarsChanged() { }
