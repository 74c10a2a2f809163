package callward.settings;

/** A kept setting is another one, or gone. */
public record SettingChanged(String name) { }
