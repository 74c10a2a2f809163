/** What we ask of whoever carries our calls. Ports: a door (such as {@code twilio}) implements them. */
package callward.carrier;
