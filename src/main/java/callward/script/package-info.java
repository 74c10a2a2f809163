/** Writing, checking and publishing what a call walks through. A published revision is a value: a live call keeps the one it began with. */
package callward.script;
