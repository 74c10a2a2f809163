/** Numbers and places a call can go. Plain Java, no I/O. */
package callward.phone;
