/**
 * The shape of our REST API: where it is, who gets in, how it speaks JSON, how it says no.
 *
 * <p>It knows no other room: a room's resource carries {@link callward.api.ApiResource} and {@link callward.api.Allowed} and is found;
 * what a room refuses is a {@link callward.settings.Refused} and told here, what else it throws is put in words by its own
 * {@link callward.api.Explains}. Methods give back records, not {@code Response}s, so that {@link callward.api.OpenApi} can describe them.
 *
 * <p>It describes itself in the words of the Javadoc that stands at resources and records. At a resource's method the first sentence is
 * the operation's summary, short and imperative; the others are its description. {@code @param} describes parameters (said once in a class
 * for all methods that take the same) and components. A component that may be {@code null}, or that a request may leave out, says so in one
 * of these words: the schema follows them. {@code DescribedTest} refuses gaps, and journeys hold each answer against the schema.
 */
package callward.api;
