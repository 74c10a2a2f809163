/**
 * The call-flow engine: a pure function from steps, progress and an event to a turn.
 * No clock (the instant is in the event), no I/O (what it must know it asks for), nothing of Jakarta.
 * A step kind is one file; the compiler finds every place that must learn a new verb.
 */
package callward.flow;
