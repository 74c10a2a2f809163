/** The shape of our REST API: where it is, who gets in, how it speaks JSON, how it says no. */
package callward.api;
