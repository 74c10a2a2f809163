/** People who answer, and the telephones on which they can be rung ("destinations" to those who set them up). */
package callward.agent;
