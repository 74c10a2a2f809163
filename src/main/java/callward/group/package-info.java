/**
 * Who is rung together and how: ring groups and queues. People keep them in {@link callward.group.GroupBook}; live calls ask
 * {@link callward.group.Groups}, which has them in memory, and reads only who is free at that very moment.
 */
package callward.group;
