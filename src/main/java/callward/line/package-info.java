/** Numbers we rent and where each leads. */
package callward.line;
