/** Text with names in it, as it is heard or read. Plain Java, no I/O. */
package callward.wording;
