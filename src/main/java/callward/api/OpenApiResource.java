package callward.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The API's description of itself, made from the code that answers, so that they cannot differ. It holds no secret: everybody may read it. */
@ApiResource
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

    @GET
    @PermitAll
    public JsonNode describe() {
        return new OpenApi().document(ApiResources.all());
    }
}
