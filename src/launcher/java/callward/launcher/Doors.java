package callward.launcher;

/** Where a server listens: for everybody, and for its administrator on this machine. */
record Doors(String address, int http, int https, int admin) {

    static Doors of(String address, int http) {
        return new Doors(address, http, Ports.freeNear(http + 363), Ports.freeNear(http + 1910));
    }
}
