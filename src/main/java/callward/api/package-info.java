/**
 * The shape of our REST API: where it is, who gets in, how it speaks JSON, how it says no.
 *
 * <p>It knows no other room: a room's resource carries {@link callward.api.ApiResource} and {@link callward.api.Allowed} and is found;
 * what a room throws is put in words by its own {@link callward.api.Explains}. Methods give back records, not
 * {@code Response}s, so that {@link callward.api.OpenApi} can describe them.
 */
package callward.api;
