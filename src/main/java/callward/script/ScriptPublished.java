package callward.script;

/** A script has a new published revision. */
public record ScriptPublished(long script, long revision) { }
