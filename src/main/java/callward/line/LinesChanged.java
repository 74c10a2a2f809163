package callward.line;

/** A line was added, changed or taken away. */
public record LinesChanged() { }
