package callward.group;

/** Some group is another one, or gone. */
record GroupsChanged() { }
