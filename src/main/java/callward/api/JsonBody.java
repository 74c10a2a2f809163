package callward.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Bodies are read and written by the WAR's own Jackson, whatever the server brings. */
@Provider
@ApplicationScoped
@Consumes({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    static final int LARGEST = 1_000_000;
    private static final ObjectMapper SENT = Json.MAPPER.copy().registerModule(new Times());
    private static final List<Class<?>> RAW = List.of(CharSequence.class, byte[].class, InputStream.class, Reader.class, File.class,
            StreamingOutput.class);

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refusal.tooLarge("The body may have " + LARGEST + " bytes.");
        }
        try {
            Texts.check(bytes);
            Object value = bytes.length == 0 ? null : SENT.readValue(bytes, SENT.constructType(genericType));
            if (value == null) {
                throw Refusal.field("", "a JSON body is needed");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonFault.refusal(e);
        }
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        out.write(Json.MAPPER.writeValueAsBytes(value)); // whole, or not at all
    }

    private static boolean isJson(Class<?> type) {
        return RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type));
    }
}
