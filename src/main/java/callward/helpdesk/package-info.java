/**
 * Customers and tickets, ours or another system's.
 *
 * <p>{@link callward.helpdesk.Helpdesk} is the port that a call asks; {@link callward.helpdesk.OwnHelpdesk} answers it from our own
 * small tables, which {@link callward.helpdesk.Customers} and {@link callward.helpdesk.Tickets} keep and the pages edit.
 */
package callward.helpdesk;
