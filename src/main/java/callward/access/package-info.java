/** Who may sign in and do what. */
package callward.access;
