package callward.desk;

import callward.access.Role;

/** Somebody who has a desk open. */
record Viewer(String name, Role role) { }
