package callward.greeting;

/** A greeting has other words or another sound now. */
record GreetingChanged(String key) { }
